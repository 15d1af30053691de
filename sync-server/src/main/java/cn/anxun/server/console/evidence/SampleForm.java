package cn.anxun.server.console.evidence;

import cn.anxun.core.text.Texts;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.evidence.EvidencePackage.Sampling;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Which sample was asked for, as typed.
 *
 * @param problem what is wrong with what was typed, or ""
 * @param sampling empty where none was asked for, or where it cannot be read
 */
public record SampleForm(String size, String seed, String problem, Optional<Sampling> sampling) {
  private static final String USUAL_SEED = "1";

  /** Reads {@code sample} and {@code seed}, as the command line names them. */
  static SampleForm of(Context context, Texts texts) {
    String size = Requests.find(context, "sample").orElse("").strip();
    String seed = Requests.find(context, "seed").orElse(USUAL_SEED).strip();
    if (size.isEmpty()) {
      return new SampleForm(size, seed, "", Optional.empty());
    }
    Optional<Integer> number = number(size);
    Optional<Long> start = seed(seed);
    if (number.isEmpty()) {
      return wrong(size, seed, texts.text("console.evidence.bad-sample", Sampling.MOST));
    }
    return start
        .map(from -> new SampleForm(size, seed, "", Optional.of(new Sampling(number.get(), from))))
        .orElseGet(() -> wrong(size, seed, texts.text("console.evidence.bad-seed")));
  }

  private static SampleForm wrong(String size, String seed, String problem) {
    return new SampleForm(size, seed, problem, Optional.empty());
  }

  private static Optional<Integer> number(String text) {
    boolean isNumber = text.matches("\\d{1,6}");
    return isNumber && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= Sampling.MOST
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private static Optional<Long> seed(String text) {
    return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** The parameters of this sample, to be added to an address; "" for none. */
  String query() {
    return sampling.map(asked -> "&sample=" + asked.size() + "&seed=" + asked.seed()).orElse("");
  }
}
