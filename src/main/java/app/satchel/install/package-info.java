/**
 * Where skills go on this computer: the agents that read them, writes that are staged, verified,
 * atomic and undoable, and the record of what was installed. The only room that writes into agents'
 * folders.
 */
package app.satchel.install;
