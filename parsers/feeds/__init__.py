"""What can be known of feeds from bytes and records alone: reading, entry identity, the polling policy, OPML, discovery.

    bytes → decode → formats.feed / formats.json_feed → Feed of FeedEntry
    (seen entries, Feed)          → identity  → new · edited · seen
    (feed state, answer, now)     → schedule  → next state and what to hold back

Nothing here fetches, waits or stores: `flows.poll` does, with what these functions decide.
"""
