package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SiteSearch.Order;
import cn.anxun.app.feature.inspection.SitesViewModel.SitesState;
import cn.anxun.app.ui.Dates;
import com.google.android.material.chip.Chip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above the sites: unfinished visits, the day's round, the order, and why none. */
final class SitesHead extends RecyclerView.Adapter<SitesHead.Holder> {

  /** What can be done there. */
  interface Actions {
    void changeRound();

    void resume(VisitDraft visit);

    void discard(VisitDraft visit);

    void sort(Order order);
  }

  private final Actions actions;
  private @Nullable SitesState state;

  SitesHead(Actions actions) {
    this.actions = actions;
  }

  void show(SitesState now) {
    state = now;
    notifyItemChanged(0, this);
  }

  @Override
  public int getItemCount() {
    return 1;
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int type) {
    return new Holder(
        LayoutInflater.from(parent.getContext())
            .inflate(R.layout.inspection_sites_head, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    holder.itemView.setVisibility(state == null ? View.INVISIBLE : View.VISIBLE);
    if (state != null) {
      holder.show(state, actions);
    }
  }

  static final class Holder extends RecyclerView.ViewHolder {
    Holder(View view) {
      super(view);
    }

    private void show(SitesState now, Actions actions) {
      showUnfinished(now, actions);
      Context context = itemView.getContext();
      boolean searching = !now.query().trim().isEmpty();
      View round = itemView.findViewById(R.id.inspection_round_card);
      Words.showIf(round, !searching);
      round.setOnClickListener(view -> actions.changeRound());
      text(R.id.inspection_round_line).setText(Words.line(context, now.reference(), now.round()));
      text(R.id.inspection_round_note)
          .setText(
              now.inherited()
                  ? context.getString(
                      R.string.inspection_round_inherited, Dates.brief(context, now.round().day()))
                  : context.getString(R.string.inspection_round_change));
      order(R.id.inspection_order_plan, Order.PLAN, now, actions);
      order(R.id.inspection_order_nearest, Order.NEAREST, now, actions);
      order(R.id.inspection_order_recent, Order.RECENT, now, actions);
      String note = note(context, now);
      TextView noteView = text(R.id.inspection_sites_note);
      noteView.setText(note);
      Words.showIf(noteView, !note.isEmpty());
    }

    private static String note(Context context, SitesState now) {
      if (!now.any() && now.query().trim().isEmpty()) {
        return context.getString(R.string.inspection_sites_empty);
      }
      if (now.found().isEmpty()) {
        return context.getString(R.string.inspection_sites_none, now.query().trim());
      }
      return now.order() == Order.NEAREST && !now.here().isPresent()
          ? context.getString(R.string.inspection_no_position)
          : "";
    }

    private void order(int id, Order order, SitesState now, Actions actions) {
      Chip chip = itemView.findViewById(id);
      chip.setSaveEnabled(false);
      chip.setChecked(now.order() == order);
      chip.setOnClickListener(view -> actions.sort(order));
    }

    private void showUnfinished(SitesState now, Actions actions) {
      LinearLayout cards = itemView.findViewById(R.id.inspection_unfinished);
      cards.removeAllViews();
      List<VisitDraft> visits = now.unfinished().visits();
      for (int i = visits.size() - 1; i >= 0; i--) {
        cards.addView(card(cards, visits.get(i), actions));
      }
    }

    private static View card(LinearLayout cards, VisitDraft visit, Actions actions) {
      Context context = cards.getContext();
      View card =
          LayoutInflater.from(context).inflate(R.layout.inspection_unfinished, cards, false);
      TextView detail = card.findViewById(R.id.inspection_resume_detail);
      detail.setText(
          context.getString(
              R.string.inspection_resume_detail,
              visit.site().name(),
              Dates.brief(context, visit.day()),
              visit.hazards().size()));
      card.findViewById(R.id.inspection_resume).setOnClickListener(view -> actions.resume(visit));
      card.findViewById(R.id.inspection_discard).setOnClickListener(view -> actions.discard(visit));
      return card;
    }

    private TextView text(int id) {
      return itemView.findViewById(id);
    }
  }
}
