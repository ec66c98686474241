using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing;

/// <summary>What a plan says in sentences.</summary>
internal static class PlanWords
{
    /// <summary>How dates were read that could be read in two ways.</summary>
    public static string DatesRead(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "Dates are read with the day first: 3/4 is the 3rd of April.",
        DateOrder.MonthFirst => "Dates are read with the month first: 3/4 is March 4th.",
        _ => "Dates are read with the year first: 26-03-04 is the 4th of March 2026.",
    };

    /// <summary>Why no row goes in, by what is most often wrong.</summary>
    public static Problem NoneGood(ImportDraft draft, ImportPlan plan)
    {
        if (draft.Rejections.Count == 0) return new Problem("nothing_to_add", "There is nothing in this file that could be added.");
        var most = draft.Rejections.CountBy(row => row.Reason).MaxBy(reason => reason.Value);
        var example = draft.Rejections.First(row => row.Reason == most.Key);
        var cell = example.Column is null ? "" : $" (row {example.Row - plan.PartOf(example.Row).FirstRow:N0}, {example.Column}: “{example.Value}”)";
        return new Problem("no_good_row", draft.Rejections.Count == 1
            ? $"The only row cannot go in: {most.Key}{cell}. Nothing was changed."
            : $"None of the {draft.Rejections.Count:N0} rows can go in; most often: {most.Key}{cell}. Nothing was changed.");
    }
}
