package cn.anxun.server.cases;

import cn.anxun.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form of a case as the bureau printed it, with what the software must make of it.
 *
 * @param index its place in the file, from 0
 * @param source the form itself as it stands in the file; the form engine's reader understands it
 * @param mustFlags every flag the form earns, no more and no fewer
 */
public record CaseForm(
    int index, String title, Json.Members source, List<MustFlag> mustFlags, Ours ours) {

  public CaseForm {
    mustFlags = List.copyOf(mustFlags);
  }

  /**
   * A flag that must be raised.
   *
   * @param row the row's or block's name; "" for the whole form
   * @param flag as in data, such as {@code weights-sum}
   * @param says the figure it must say; empty where the file does not care
   */
  public record MustFlag(String row, String flag, Optional<Json> says) {}

  /**
   * What the software must print instead of what was printed; only what is there is compared.
   *
   * @param rows by row name: {@code actual}, {@code score}
   * @param whole by name: {@code execution_score}, {@code weights}, …
   */
  public record Ours(Map<String, Map<String, Json>> rows, Map<String, Json> whole) {
    public static final Ours NONE = new Ours(Map.of(), Map.of());

    public Ours {
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
      whole = Collections.unmodifiableMap(new LinkedHashMap<>(whole));
    }
  }
}
