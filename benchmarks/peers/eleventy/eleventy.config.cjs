// Data pagination: one template, a page for each row of _data/pages.js. Texts are rendered once each, as rmplay does.
const yaml = require("js-yaml");
const markdown = require("markdown-it")({ html: false });
const nunjucks = require("nunjucks");

const once = (render) => {
  const known = new Map();
  return (text) => {
    if (!text) return "";
    if (!known.has(text)) known.set(text, new nunjucks.runtime.SafeString(render(String(text)).trim()));
    return known.get(text);
  };
};

module.exports = (config) => {
  config.addDataExtension("yaml", (text) => yaml.load(text));
  config.addFilter("md", once((text) => markdown.render(text)));
  config.addFilter("mdi", once((text) => markdown.renderInline(text)));
  config.addNunjucksGlobal("heading", (id, text) => new nunjucks.runtime.SafeString(`<h2 id="${id}">${text}</h2>`));
  config.addNunjucksGlobal("link", (key) => (key === "program" ? "index" : key.replace("/", "-")) + ".html");
  config.addPassthroughCopy("assets");
  return { dir: { input: ".", output: "site", includes: "_includes", data: "_data" } };
};
