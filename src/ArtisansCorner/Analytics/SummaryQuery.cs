using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a range and of what it is held against.</summary>
/// <param name="Range">The range.</param>
/// <param name="Current">Its figures.</param>
/// <param name="ComparedRange">What it is held against.</param>
/// <param name="Compared">The figures of that.</param>
public sealed record Summary(Period Range, Figures Current, Period? ComparedRange, Figures? Compared);

/// <summary>Works out a <see cref="Summary"/>.</summary>
public sealed class SummaryQuery(FiguresQuery figures, Answers answers)
{
    private sealed record Question(Period Range, Comparison Comparison, Scope Scope);

    /// <summary>The figures of a range, and of what it is held against.</summary>
    public ValueTask<Summary> RunAsync(Period range, Comparison comparison, Scope scope, CancellationToken cancel) =>
        answers.AskAsync(new Question(range, comparison, scope), token => WorkAsync(range, comparison, scope, token), _ => 5, cancel);

    private async Task<Summary> WorkAsync(Period range, Comparison comparison, Scope scope, CancellationToken cancel)
    {
        var current = (await figures.RunAsync([range], scope, cancel))[0];
        if (comparison.RangeOf(range) is not { } compared) return new Summary(range, current, null, null);
        return new Summary(range, current, compared, (await figures.RunAsync([compared], scope, cancel))[0]);
    }
}
