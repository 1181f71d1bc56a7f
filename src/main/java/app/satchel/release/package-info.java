/** New versions of Satchel itself: what there is, and a download that is verified. Runs nothing. */
package app.satchel.release;
