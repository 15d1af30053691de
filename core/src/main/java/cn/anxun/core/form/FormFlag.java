package cn.anxun.core.form;

import cn.anxun.core.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Something a form gets wrong, or owes.
 *
 * @param row the row's level-3 name, the block's name for {@link Type#LEVEL_WEIGHT}, or "" for the
 *     whole form
 * @param says the figure that shows it, as printed, or ""
 * @param details what its sentence names besides: what was printed, declared or due
 */
public record FormFlag(String row, Type type, String says, List<String> details) {
  public FormFlag {
    details = Collections.unmodifiableList(new ArrayList<>(details));
  }

  /** The closed list of flags. */
  public enum Type {
    WEIGHTS_SUM,
    LEVEL_WEIGHT,
    OPERATOR,
    PRINTED_OPERATOR,
    PRINTED_DIFFERS,
    DIRECTION,
    DEVIATION,
    EXECUTION_RATE,
    /** The target was frozen so late that its year's actuals were known. */
    TARGET_FROZEN_LATE;

    /** As in data: {@code weights-sum}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is wrong and what to do. */
  public String sentence(Texts texts) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(row);
    arguments.add(says);
    arguments.addAll(details);
    return texts.text("flag." + type.wire(), arguments.toArray());
  }
}
