// Type-checked, not run: what a client writes against the generated types.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Model = components["schemas"]["ModelSpec"];
type Problem = components["schemas"]["Problem"];

const api = createClient<paths>({ baseUrl: "http://localhost:8080" });

// A union is told apart by its type, and every alternative is known.
function described(model: Model): string {
  switch (model.type) {
    case "linear":
      return "straight lines";
    case "mlp":
      return `hidden layers of ${(model.hidden ?? []).join(", ")}`;
    case "layers":
      return `${model.layers.length} layers`;
    case "expression":
      return `${Object.keys(model.parameters).length} parameters`;
    default: {
      const impossible: never = model;
      return impossible;
    }
  }
}

// Every refusal says what to do next.
function explained(problem: Problem): string {
  return `${problem.code}: ${problem.detail} ${problem.fix} (${problem.errorId})`;
}

export async function trained(dataset: string): Promise<number | undefined> {
  const model: Model = { type: "mlp", hidden: [8], activation: "relu" };
  const submitted = await api.POST("/v1/training-jobs", {
    body: { dataset, model, epochs: 100, optimizer: { type: "adam", learningRate: 0.01 } },
  });
  if (submitted.error !== undefined) {
    throw new Error(explained(submitted.error));
  }
  const history = await api.GET("/v1/training-jobs/{id}/history", { params: { path: { id: "sample-two-clouds-linear" } } });
  const last = typeof history.data === "object" ? history.data.epoch.at(-1) : undefined; // it may also come as CSV
  return described(model).length > 0 ? last : undefined;
}

export async function slope(): Promise<void> {
  await api.POST("/v1/gradients", { body: { expression: { mul: ["x", { sin: ["y"] }] }, at: { x: 1.5, y: [1, 2, "NaN"] } } });
  // @ts-expect-error a gradient needs an expression
  await api.POST("/v1/gradients", { body: { at: { x: 1 } } });
  // @ts-expect-error there is no such optimizer
  await api.POST("/v1/training-jobs", { body: { dataset: "sample-two-clouds", optimizer: { type: "magic" } } });
  // @ts-expect-error nothing is at this address
  await api.GET("/v1/nothing", {});
}
