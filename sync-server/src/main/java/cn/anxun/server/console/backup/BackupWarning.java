package cn.anxun.server.console.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.backup.NightlyWords;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the first page says to the office while the nightly backup is not well: nobody looks for it
 * before it is needed.
 */
public final class BackupWarning {
  private final Supplier<Optional<NightlyStanding>> standing;

  /**
   * @param standing empty where there is nothing to keep, as in a demo
   */
  public BackupWarning(Supplier<Optional<NightlyStanding>> standing) {
    this.standing = standing;
  }

  /**
   * What is said.
   *
   * @param reason why the last attempt failed, or ""
   * @param more whether the person may open the page about backups
   */
  public record Said(String sentence, String reason, boolean more) {}

  /** What this person is told; empty where all is well, or it is not the person's to see to. */
  public Optional<Said> find(Principal person, Texts texts) {
    if (!person.role().mayEditDocuments() || person.readOnly()) {
      return Optional.empty();
    }
    NightlyWords words = new NightlyWords(texts);
    return standing
        .get()
        .filter(NightlyStanding::isWarning)
        .map(
            how ->
                new Said(
                    words.sentence(how),
                    how.history().failure().map(words::failure).orElse(""),
                    person.may(Permission.ADMINISTER)));
  }
}
