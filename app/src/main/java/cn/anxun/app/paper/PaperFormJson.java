package cn.anxun.app.paper;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.Signature;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link PaperForm} as it is kept. */
final class PaperFormJson {
  private PaperFormJson() {}

  static String write(PaperForm form) {
    PaperForm.Refusal refusal = form.refusal();
    return JsonText.write(
        Json.members()
            .put("id", form.id())
            .put("paper", form.paper().key())
            .put("about", form.about())
            .put("answers", answers(form.answers()))
            .put("refused", refusal.refused())
            .put("reason", refusal.reason())
            .put("witness", refusal.witness())
            .put("signatures", Signature.write(form.signatures()))
            .put("number", form.number())
            .build());
  }

  private static Json answers(PaperAnswers answers) {
    PaperAnswers.Party party = answers.party();
    Json.MembersBuilder reviews = Json.members();
    answers
        .reviews()
        .forEach(
            (hazard, answer) ->
                reviews.put(
                    hazard,
                    Json.members()
                        .put("passed", answer.passed())
                        .put("opinion", answer.opinion())
                        .put("deadline", text(answer.deadline()))
                        .build()));
    return Json.members()
        .put("officers", Officer.json(answers.officers()))
        .put("legal", party.legalRepresentative())
        .put("person", party.person())
        .put("position", party.position())
        .put("phone", party.phone())
        .put("place", answers.place())
        .put("from", text(answers.from()))
        .put("until", text(answers.until()))
        .put("deadline", text(answers.deadline()))
        .put("handling", answers.handling())
        .put("reviews", reviews.build())
        .build();
  }

  /** Empty for a paper that this version does not know. */
  static Optional<PaperForm> read(String kept) {
    if (!(JsonText.read(kept) instanceof Json.Members form)
        || !(form.get("answers") instanceof Json.Members said)) {
      return Optional.empty();
    }
    PaperAnswers answers =
        new PaperAnswers(
            Officer.list(said.get("officers")),
            new PaperAnswers.Party(
                text(said, "legal"),
                text(said, "person"),
                text(said, "position"),
                text(said, "phone")),
            text(said, "place"),
            time(text(said, "from")),
            time(text(said, "until")),
            day(text(said, "deadline")),
            text(said, "handling"),
            reviews(said.get("reviews")));
    return Paper.findKey(text(form, "paper"))
        .map(
            paper ->
                new PaperForm(
                    text(form, "id"),
                    paper,
                    text(form, "about"),
                    answers,
                    new PaperForm.Refusal(
                        form.get("refused") instanceof Json.Flag flag && flag.value(),
                        text(form, "reason"),
                        text(form, "witness")),
                    Signature.list(form.get("signatures")),
                    text(form, "number")));
  }

  private static Map<String, PaperAnswers.Answer> reviews(@Nullable Json json) {
    Map<String, PaperAnswers.Answer> reviews = new LinkedHashMap<>();
    if (json instanceof Json.Members members) {
      members
          .values()
          .forEach(
              (hazard, value) -> {
                if (value instanceof Json.Members answer) {
                  reviews.put(
                      hazard,
                      new PaperAnswers.Answer(
                          answer.get("passed") instanceof Json.Flag flag && flag.value(),
                          text(answer, "opinion"),
                          day(text(answer, "deadline"))));
                }
              });
    }
    return reviews;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String text(Json.Members members, String name) {
    return members.get(name) instanceof Json.Text text ? text.value() : "";
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static @Nullable LocalDateTime time(String text) {
    return text.isEmpty() ? null : LocalDateTime.parse(text);
  }
}
