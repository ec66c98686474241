using ArtisansCorner.Customers;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>What is bought together, remembered like every figure.</summary>
public sealed class TogetherQuery(PairsQuery pairs, Answers answers)
{
    private sealed record Question(Period Range);

    /// <summary>The most frequent pairs of a range, or of one product.</summary>
    public async Task<IReadOnlyList<PairItem>> RunAsync(Period range, Guid? product, int most, CancellationToken cancel)
    {
        var all = await answers.AskAsync(new Question(range), token => pairs.FindAsync(range, token), found => found.Count, cancel);
        return await pairs.NameAsync(PairsQuery.Take(all, product, PairOrder.Support, most), cancel);
    }
}
