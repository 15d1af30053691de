package cn.anxun.app.paper;

import cn.anxun.core.paper.Signature;
import java.util.List;
import java.util.Optional;

/** One who is to sign a paper. */
public record Signer(Signature.Who who, String name) {

  /** This one's among the signatures there are. */
  public Optional<Signature> find(List<Signature> signatures) {
    for (Signature signature : signatures) {
      if (signature.who() == who && signature.name().equals(name)) {
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }
}
