const pages = require("./pages.cjs");

module.exports = {
  layout: "frame.njk",
  root: "../",
  pagination: { data: "programs", resolve: "values", size: 1, alias: "entry", before: pages },
  permalink: (data) => `${data.entry.program.id}/${data.entry.name}.html`,
  eleventyComputed: { title: (data) => data.entry.title, name: (data) => data.entry.program.title,
    document: (data) => data.entry.document },
};
