"""What is read: questions, search, one article, timelines, figures for reports and monitors, export."""
