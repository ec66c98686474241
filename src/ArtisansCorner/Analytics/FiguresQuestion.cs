using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Ranges of a part of the shop; equal to the same ones asked for another time.</summary>
internal sealed class FiguresQuestion(IReadOnlyList<Period> ranges, Scope scope) : IEquatable<FiguresQuestion>
{
    /// <summary>All days from the first to the last of them.</summary>
    public Period Whole => new(ranges[0].From, ranges[^1].To);

    private IReadOnlyList<Period> Ranges => ranges;

    private Scope Scope => scope;

    /// <inheritdoc />
    public bool Equals(FiguresQuestion? other) => other is not null && scope == other.Scope && ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FiguresQuestion);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(scope, ranges.Count, ranges[0], ranges[^1]);
}

/// <summary>As much of a range as is in one month.</summary>
/// <param name="Start">The first day of the range: who bought before it is counted otherwise.</param>
/// <param name="Days">The days of this part.</param>
internal readonly record struct FiguresPart(DateOnly Start, Period Days);

/// <summary>The parts that ranges have in one month, in order; equal to the same parts asked for another time.</summary>
internal sealed class FiguresParts(IReadOnlyList<FiguresPart> all) : IEquatable<FiguresParts>
{
    /// <summary>The parts.</summary>
    public IReadOnlyList<FiguresPart> All => all;

    /// <summary>All days from the first to the last of them.</summary>
    public Period Whole => new(all[0].Days.From, all[^1].Days.To);

    /// <inheritdoc />
    public bool Equals(FiguresParts? other) => other is not null && all.SequenceEqual(other.All);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FiguresParts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(all.Count, all[0], all[^1]);
}
