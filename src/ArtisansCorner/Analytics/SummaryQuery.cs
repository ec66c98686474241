using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a range and of what it is held against.</summary>
/// <param name="Range">The range.</param>
/// <param name="Current">Its figures.</param>
/// <param name="ComparedRange">What it is held against.</param>
/// <param name="Compared">The figures of that.</param>
public sealed record Summary(Period Range, Figures Current, Period? ComparedRange, Figures? Compared);

/// <summary>Works out a <see cref="Summary"/>.</summary>
public sealed class SummaryQuery(AppDb db, FiguresQuery figures, Answers answers)
{
    /// <summary>The figures of a range, and of what it is held against.</summary>
    public async Task<Summary> RunAsync(Period range, Comparison comparison, Scope scope, CancellationToken cancel)
    {
        await answers.ReadyAsync(cancel);
        var together = db.AskTogether();
        var current = together.Ask(() => figures.RunAsync([range], scope, cancel));
        var (against, compared) = (comparison.RangeOf(range), Task.FromResult<IReadOnlyList<Figures>>([]));
        if (against is { } days) compared = together.Ask(() => figures.RunAsync([days], scope, cancel));
        await together.RunAsync(cancel);
        return new Summary(range, (await current)[0], against, (await compared).SingleOrDefault());
    }
}
