"""Claims: facts in the form in which those of one article can be compared with those of others (docs/claims.md).

Article, facts, mentions
| names      → who is named, and whom the article is about
| figures …  → Claim   one module a kind
| reading    → Claim   all of them, with ids
| keys       → where a claim may meet others
| judge      → Meeting whether two claims are of the same thing, and what of it
"""
