/** What several rooms do with the disk in the same way. Knows nothing of skills. */
package app.satchel.disk;
