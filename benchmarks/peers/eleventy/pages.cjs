// The rows of the pagination: the pages of each program.
const BEFORE = [["mentor-guide", "Mentor guide"], ["mentee-guide", "Mentee guide"], ["timetable", "Timetable"],
  ["agreement", "Partnership agreement"], ["etiquette-card", "Etiquette card"]];
const AFTER = [["question-bank", "Question bank"], ["closing-sheet", "Closing sheet"], ["support-sheet", "Who helps"]];

const row = ([document, title]) => ({ document, name: document, title });

const ofProgram = (program) => {
  const agendas = program.sessions.map((session, i) => (
    { document: "agenda", name: `agenda-${session.id}`, title: session.title, subject: { session, number: i + 1 } }));
  const sheets = [...BEFORE.map(row), ...agendas, ...AFTER.map(row)];
  const booklet = (who, other) => ({ document: "booklet", name: `${who}-booklet`, title: `${who} booklet`,
    bound: sheets.filter((sheet) => sheet.name !== `${other}-guide`) });
  return [booklet("mentor", "mentee"), booklet("mentee", "mentor"), { document: "program", name: "index", title: program.title },
    ...sheets].map((page) => ({ ...page, program }));
};

module.exports = (programs) => programs.flatMap(ofProgram);
