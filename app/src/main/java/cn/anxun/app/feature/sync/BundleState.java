package cn.anxun.app.feature.sync;

import android.net.Uri;
import cn.anxun.core.sync.bundle.BundleException;
import java.util.Optional;

/**
 * What the last step with a bundle came to.
 *
 * @param result of it
 * @param file to be shared now, once
 */
record BundleState(Result result, Optional<Uri> file) {
  static final BundleState IDLE = new BundleState(new Result.Idle(), Optional.empty());

  /** What is said of it. */
  sealed interface Result {
    record Idle() implements Result {}

    /** It is being made or read. */
    record Running() implements Result {}

    record Made(int entries) implements Result {}

    record Nothing() implements Result {}

    record NoKey() implements Result {}

    record NotWritten() implements Result {}

    record Received(int accepted, int rejected, int held, int deferred) implements Result {}

    record Refused(BundleException.Problem problem) implements Result {}

    record OtherBundle() implements Result {}

    record NotRead() implements Result {}

    /** The phone's storage would not. */
    record Failed() implements Result {}
  }

  static BundleState of(Result result) {
    return new BundleState(result, Optional.empty());
  }
}
