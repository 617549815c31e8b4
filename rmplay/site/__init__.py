"""A program becomes pages: which ones (plan), how they look (theme, render), and where their links lead (links)."""
