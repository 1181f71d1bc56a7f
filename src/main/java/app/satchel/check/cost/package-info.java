/** What a skill costs an agent's context: tokens that are always there, and when it is used. */
package app.satchel.check.cost;
