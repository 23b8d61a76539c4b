package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API. Returns the answer without {@code ok}, or refuses. */
interface Method {
  ObjectNode answer(Call call);
}
