package cn.anxun.server.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that is in the second place.
 *
 * @param created when it was begun
 * @param entries of all its ledgers
 */
public record KeptBackup(Path folder, Instant created, long entries) {}
