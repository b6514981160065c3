"""Who says what: quotation marks, reporting clauses, speakers."""
