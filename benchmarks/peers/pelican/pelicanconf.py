"""Pages alone, with nothing that a blog has beside them."""

SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG, PATH, OUTPUT_PATH, THEME = "Playbooks", "", "UTC", "en", "content", "site", "theme"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = [], ["."], ["assets"]
PAGE_EXCLUDES, ARTICLE_EXCLUDES = [], []
DIRECT_TEMPLATES, PLUGINS = [], []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
MARKDOWN = {"extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.meta": {}}, "output_format": "html5"}
LOAD_CONTENT_CACHE = CACHE_CONTENT = True
CONTENT_CACHING_LAYER = "generator"
CHECK_MODIFIED_METHOD = "mtime"
