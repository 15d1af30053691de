package cn.anxun.app.sync;

import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.text.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;

/** How the last sync ended, kept over a restart. Waits for the disk. */
final class SyncMemory {
  private static final String HOW = "sync.how";
  private static final String SENTENCE = "sync.sentence";
  private static final String DONE = "sync.done";

  private final Settings settings;

  @Inject
  SyncMemory(Settings settings) {
    this.settings = settings;
  }

  SyncStatus.How how() {
    return settings.find(HOW).map(SyncStatus.How::valueOf).orElse(SyncStatus.How.NEVER);
  }

  String sentence() {
    return settings.find(SENTENCE).orElse("");
  }

  Optional<Instant> lastDone() {
    return settings.find(DONE).map(Instant::parse);
  }

  void ended(SyncOutcome outcome, Instant now) {
    if (outcome instanceof SyncOutcome.Done) {
      settings.put(DONE, now.toString());
      keep(SyncStatus.How.DONE, "");
    } else if (outcome instanceof SyncOutcome.Offline offline) {
      boolean isOther = offline.reason() == RemoteAnswer.Reason.NOT_OURS;
      keep(isOther ? SyncStatus.How.NOT_OURS : SyncStatus.How.OFFLINE, "");
    } else if (outcome instanceof SyncOutcome.Refused refused) {
      keep(SyncStatus.How.REFUSED, sentence(refused.problem()));
    } else if (outcome instanceof SyncOutcome.UpgradeNeeded upgrade) {
      keep(SyncStatus.How.UPGRADE_NEEDED, sentence(upgrade.problem()));
    } else {
      keep(SyncStatus.How.REVOKED, sentence(((SyncOutcome.Revoked) outcome).problem()));
    }
  }

  /**
   * What core has words of its own for is said in the reader's language; the rest as it was told.
   */
  private static String sentence(Problem problem) {
    Texts texts = Texts.of(Locale.getDefault());
    String key = "sync." + problem.code();
    return texts.has(key) ? texts.text(key) : problem.detail();
  }

  /** Forgets it, as another account is enrolled. */
  void forget() {
    settings.delete(HOW);
    settings.delete(SENTENCE);
    settings.delete(DONE);
  }

  private void keep(SyncStatus.How how, String sentence) {
    settings.put(HOW, how.name());
    settings.put(SENTENCE, sentence);
  }
}
