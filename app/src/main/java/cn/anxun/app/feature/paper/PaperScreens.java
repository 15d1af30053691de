package cn.anxun.app.feature.paper;

import androidx.fragment.app.Fragment;
import cn.anxun.app.navigation.Destination;
import java.util.Optional;

/** Which fragment shows which of this feature's destinations. */
public final class PaperScreens {
  private PaperScreens() {}

  /** Empty for a destination of another feature. */
  public static Optional<Fragment> find(Destination destination) {
    if (destination instanceof Destination.Papers papers) {
      return Optional.of(PapersFragment.of(papers));
    }
    if (destination instanceof Destination.PaperForm form) {
      return Optional.of(PaperFormFragment.of(form));
    }
    if (destination instanceof Destination.Paper paper) {
      return Optional.of(IssuedFragment.of(paper.subject()));
    }
    if (destination instanceof Destination.Sign sign) {
      return Optional.of(SignFragment.of(sign));
    }
    return Optional.empty();
  }
}
