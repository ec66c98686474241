using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Analytics;

/// <summary>
/// What this server remembers, up to some tens of megabytes: whole answers, and the parts that they are made of. Parts are large, all customers of a month among them;
/// on a shelf of their own they do not push out the answers, which are small and asked for again.
/// </summary>
public sealed class AnswerMemory : IDisposable
{
    /// <summary>Whole answers: a hundred shops that look at a year from all sides fill half of it.</summary>
    public AnswerShelf Whole { get; } = new(400_000);

    /// <summary>The parts that answers are made of: a year of a hundred shops with half a million sales, once as a whole and once filtered.</summary>
    public AnswerShelf Parts { get; } = new(300_000);

    /// <inheritdoc />
    public void Dispose()
    {
        Whole.Dispose();
        Parts.Dispose();
    }
}
