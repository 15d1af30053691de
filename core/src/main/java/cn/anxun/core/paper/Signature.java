package cn.anxun.core.paper;

import cn.anxun.core.json.Json;
import cn.anxun.core.text.Instants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's signature under a paper. In an entry it stands in the personal field {@code
 * signatures}: {@code [{"who": "inspector", "name": "…", "at": "2026-03-02T06:00:00Z", "width":
 * 1000, "height": 420, "strokes": "M 0,0 5,9;M 7,7"}]}, so that a redaction erases it.
 *
 * @param name of who signed, as it was shown above the pad or typed
 * @param at when
 * @param strokes blank for one who signed the printed paper by hand: its photo is the signed copy
 */
public record Signature(Who who, String name, Instant at, SignatureStrokes strokes) {

  /** As whom one signs. */
  public enum Who {
    /** 检查人员. */
    INSPECTOR("inspector"),
    /** 现场负责人 of the site. */
    SITE("site"),
    /** 见证人, where the site's responsible person refuses. */
    WITNESS("witness");

    private final String value;

    Who(String value) {
      this.value = value;
    }

    /** As it stands in the entry. */
    public String value() {
      return value;
    }

    /** Empty for one that this version does not know. */
    public static Optional<Who> find(String value) {
      for (Who who : values()) {
        if (who.value.equals(value)) {
          return Optional.of(who);
        }
      }
      return Optional.empty();
    }
  }

  public Json.Members write() {
    return Json.members()
        .put("who", who.value())
        .put("name", name)
        .put("at", at.toString())
        .put("width", strokes.width())
        .put("height", strokes.height())
        .put("strokes", strokes.text())
        .build();
  }

  /** All signatures of a paper, as the field holds them. */
  public static Json.Items write(List<Signature> signatures) {
    List<Json> items = new ArrayList<>();
    for (Signature signature : signatures) {
      items.add(signature.write());
    }
    return Json.items(items);
  }

  /** Those of a field's value; what is not of this shape, or by whom nobody knows, is left out. */
  public static List<Signature> list(@Nullable Json field) {
    List<Signature> signatures = new ArrayList<>();
    if (field instanceof Json.Items items) {
      for (Json item : items.values()) {
        read(item).ifPresent(signatures::add);
      }
    }
    return signatures;
  }

  /** One signature; empty where it is not of this shape. */
  public static Optional<Signature> read(Json json) {
    if (!(json instanceof Json.Members members)) {
      return Optional.empty();
    }
    Optional<Who> who = Who.find(text(members, "who"));
    Optional<Instant> at = Instants.find(text(members, "at"));
    Optional<SignatureStrokes> strokes =
        SignatureStrokes.read(
            side(members, "width"), side(members, "height"), text(members, "strokes"));
    return who.isPresent() && at.isPresent() && strokes.isPresent()
        ? Optional.of(new Signature(who.get(), text(members, "name"), at.get(), strokes.get()))
        : Optional.empty();
  }

  private static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static int side(Json.Members members, String name) {
    return members.get(name) instanceof Json.Num num
            && num.value().signum() > 0
            && num.value().compareTo(BigDecimal.valueOf(SignatureStrokes.MAX_SIDE)) <= 0
            && num.value().stripTrailingZeros().scale() <= 0
        ? num.value().intValueExact()
        : 0;
  }
}
