package cn.anxun.core.checklist;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was answered in one visit, as {@code Inspected.CHECKLIST} keeps it: {@code {"checklist":
 * "small-shop", "answers": [{"item": "exit-blocked", "text": "…", "answer": "不合格", "hazards":
 * ["…"]}]}}. Each question stands with its answer, so that a later revision of the checklist does
 * not change what was asked.
 *
 * @param checklist the key of the checklist
 * @param answers in the order in which they were asked
 */
public record ChecklistAnswers(String checklist, List<Answered> answers) {

  /** The answers there are. */
  public enum Answer {
    PASSED("合格"),
    FAILED("不合格"),
    NOT_APPLICABLE("不适用");

    private final String value;

    Answer(String value) {
      this.value = value;
    }

    /** As it stands in the entry. */
    public String value() {
      return value;
    }

    /** The answer of this value; empty for one that this version does not know. */
    public static Optional<Answer> find(String value) {
      for (Answer answer : values()) {
        if (answer.value.equals(value)) {
          return Optional.of(answer);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * One answer.
   *
   * @param item the key of the question
   * @param text the question as it was asked
   * @param hazards the subjects of the hazards found, where it failed
   */
  public record Answered(String item, String text, Answer answer, List<String> hazards) {
    public Answered {
      hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
    }
  }

  public ChecklistAnswers {
    answers = Collections.unmodifiableList(new ArrayList<>(answers));
  }

  public Json.Members write() {
    List<Json> items = new ArrayList<>();
    for (Answered answered : answers) {
      items.add(
          Json.members()
              .put("item", answered.item())
              .put("text", answered.text())
              .put("answer", answered.answer().value())
              .put("hazards", answered.hazards().isEmpty() ? null : Json.texts(answered.hazards()))
              .build());
    }
    return Json.members().put("checklist", checklist).put("answers", Json.items(items)).build();
  }

  /**
   * The answers of an entry; what is not of this shape is left out, since entries of other versions
   * and imported ones may have their own.
   */
  public static ChecklistAnswers read(Json json) {
    Map<String, Answered> answers = new LinkedHashMap<>();
    if (json instanceof Json.Members whole && whole.get("answers") instanceof Json.Items items) {
      for (Json each : items.values()) {
        if (each instanceof Json.Members answered) {
          String item = text(answered.get("item"));
          Optional<Answer> answer = Answer.find(text(answered.get("answer")));
          if (!item.isEmpty() && answer.isPresent()) {
            answers.put(
                item,
                new Answered(
                    item,
                    text(answered.get("text")),
                    answer.get(),
                    texts(answered.get("hazards"))));
          }
        }
      }
      return new ChecklistAnswers(text(whole.get("checklist")), new ArrayList<>(answers.values()));
    }
    return new ChecklistAnswers("", List.of());
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text text ? text.value() : "";
  }

  private static List<String> texts(@Nullable Json json) {
    List<String> texts = new ArrayList<>();
    if (json instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}
