package app.satchel.catalog;

import app.satchel.marketplace.Listing;
import app.satchel.skill.SkillFolder;
import java.nio.file.Path;

/**
 * A skill whose files are on this computer.
 *
 * @param listing where it came from, or null when it was read from a path
 * @param skill its files; they lie below {@code folder}
 * @param folder the extracted tree's folder of this skill
 * @param archive the ZIP as downloaded, or null when there was none
 */
public record FetchedSkill(Listing listing, SkillFolder skill, Path folder, Path archive) {}
