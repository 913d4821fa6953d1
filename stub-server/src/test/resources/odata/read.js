// Has the npm package odata-v4-parser read filters: takes a JSON list of texts and answers a list of trees, null for what it refuses.
// A tree is [operator, operand...], a name, or {literal: text}.
const path = require("path");
const parser = require(require.resolve("odata-v4-parser", { paths: [path.resolve(process.argv[2])] }));

const OPERATORS = {
  EqualsExpression: "eq", NotEqualsExpression: "ne", GreaterThanExpression: "gt", GreaterOrEqualsExpression: "ge",
  LesserThanExpression: "lt", LesserOrEqualsExpression: "le", AndExpression: "and", OrExpression: "or",
};

function tree(token) {
  if (OPERATORS[token.type]) {
    return [OPERATORS[token.type], tree(token.value.left), tree(token.value.right)];
  }
  switch (token.type) {
    case "NotExpression":
      return ["not", tree(token.value)];
    case "MethodCallExpression":
      return [token.value.method, ...token.value.parameters.map(tree)];
    case "Literal":
      return { literal: token.raw };
    case "ODataIdentifier":
      return token.raw;
    case "BoolParenExpression":
    case "ParenExpression":
    case "CommonExpression":
    case "FirstMemberExpression":
    case "MemberExpression":
    case "PropertyPathExpression":
      return tree(token.value.current ? token.value.current : token.value);
    default:
      throw new Error(`unknown token ${token.type} of '${token.raw}'`);
  }
}

const filters = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(filters.map(filter => {
  let token;
  try {
    token = parser.filter(filter);
  } catch (refusal) {
    return null;
  }
  return tree(token);
})));
