package cn.anxun.app.feature.review;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a {@link ReviewDraft}. What is missing reads as not begun, since an earlier
 * version may have written it.
 */
final class ReviewDraftJson {
  private ReviewDraftJson() {}

  static String write(ReviewDraft draft) {
    return JsonText.write(
        Json.members()
            .put("horizon", draft.horizon().name())
            .put("day", draft.day().toString())
            .put("done", Json.texts(new ArrayList<>(draft.done())))
            .put("panel", draft.panel().orElse(null))
            .put("opinions", texts(draft.opinions()))
            .put("bodies", texts(draft.bodies()))
            .put("shoot", draft.shoot().map(ReviewDraftJson::shoot).orElse(null))
            .build());
  }

  /** What was written; nothing begun where it cannot be read. */
  static ReviewDraft read(String content, LocalDate today) {
    try {
      return JsonText.read(content) instanceof Json.Members draft
          ? new ReviewDraft(
              value(Horizon.values(), text(draft, "horizon"), Horizon.WEEK),
              LocalDate.parse(text(draft, "day")),
              new LinkedHashSet<>(list(draft.get("done"))),
              Optional.of(text(draft, "panel")).filter(panel -> !panel.isEmpty()),
              texts(draft.get("opinions")),
              texts(draft.get("bodies")),
              shoot(draft.get("shoot")))
          : ReviewDraft.none(today);
    } catch (JsonSyntaxException | DateTimeParseException e) {
      return ReviewDraft.none(today);
    }
  }

  private static Json texts(Map<String, String> texts) {
    Json.MembersBuilder members = Json.members();
    texts.forEach(members::put);
    return members.build();
  }

  private static Json shoot(Shoot shoot) {
    List<Json> taken = new ArrayList<>();
    for (Attachment photo : shoot.taken()) {
      taken.add(
          Json.members()
              .put("sha256", photo.sha256())
              .put("bytes", photo.bytes())
              .put("type", photo.type())
              .put("role", photo.role())
              .build());
    }
    return Json.members()
        .put("finding", shoot.finding().name())
        .put("hazards", Json.texts(shoot.hazards()))
        .put("each", shoot.each())
        .put("taken", Json.items(taken))
        .build();
  }

  private static Optional<Shoot> shoot(@Nullable Json json) {
    if (!(json instanceof Json.Members shoot)) {
      return Optional.empty();
    }
    List<String> hazards = list(shoot.get("hazards"));
    List<Attachment> taken = new ArrayList<>();
    for (Json item : items(shoot.get("taken"))) {
      if (item instanceof Json.Members photo) {
        taken.add(
            new Attachment(
                text(photo, "sha256"), number(photo), text(photo, "type"), text(photo, "role")));
      }
    }
    Shoot.Finding finding =
        value(Shoot.Finding.values(), text(shoot, "finding"), Shoot.Finding.PASSED);
    boolean each = Json.TRUE.equals(shoot.get("each"));
    return hazards.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shoot(finding, hazards, each, taken));
  }

  private static Map<String, String> texts(@Nullable Json json) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (json instanceof Json.Members members) {
      members
          .values()
          .forEach(
              (name, value) -> {
                if (value instanceof Json.Text text) {
                  texts.put(name, text.value());
                }
              });
    }
    return texts;
  }

  private static List<String> list(@Nullable Json json) {
    List<String> list = new ArrayList<>();
    for (Json item : items(json)) {
      if (item instanceof Json.Text text) {
        list.add(text.value());
      }
    }
    return list;
  }

  private static List<Json> items(@Nullable Json json) {
    return json instanceof Json.Items items ? items.values() : List.of();
  }

  private static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static long number(Json.Members members) {
    BigDecimal bytes =
        members.get("bytes") instanceof Json.Num number ? number.value() : BigDecimal.ZERO;
    return bytes.longValue();
  }

  private static <E extends Enum<E>> E value(E[] values, String name, E otherwise) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return otherwise;
  }
}
