/** Internal: Sound answers in forms that few clients expect. */
package dev.tick.stub.answer;
