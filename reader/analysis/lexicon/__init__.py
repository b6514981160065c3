"""What words tell before an article is read: lists of them, countries, how names and phrases are built."""
