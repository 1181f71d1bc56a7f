package app.satchel.install.delivery;

import app.satchel.catalog.FetchedSkill;
import app.satchel.check.upload.Repair;

/**
 * A skill whose files are here and repaired as far as was decided.
 *
 * @param skill as planned
 * @param fetched its files as published
 * @param repaired the copy that is delivered
 */
record Ready(PlannedSkill skill, FetchedSkill fetched, Repair repaired) {}
