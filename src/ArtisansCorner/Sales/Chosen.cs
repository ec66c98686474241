namespace ArtisansCorner.Sales;

/// <summary>
/// The values that are chosen of one filter, of which any will do; where none is chosen nothing is left out.
/// Sorted and without doubles, so that two choices of the same values are equal: answers are remembered by them.
/// </summary>
/// <typeparam name="T">What is chosen among; texts are compared letter by letter.</typeparam>
public readonly record struct Chosen<T>
    where T : notnull
{
    private readonly T[]? values;

    internal Chosen(IEnumerable<T> values, IComparer<T>? order = null) => this.values = [.. values.Distinct().Order(order)];

    /// <summary>The values.</summary>
    public IReadOnlyList<T> Values => values ?? [];

    /// <summary>Whether none is chosen.</summary>
    public bool IsEmpty => Values.Count == 0;

    /// <summary>Whether a thing with this value fits.</summary>
    public bool Fits(T value) => IsEmpty || Values.Contains(value);

    /// <summary>The choice with one value less.</summary>
    public Chosen<T> Without(T value) => Chosen.Of(Values.Where(one => !one.Equals(value)));

    /// <summary>Whether the same values are chosen.</summary>
    public bool Equals(Chosen<T> other) => Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values) hash.Add(value);
        return hash.ToHashCode();
    }
}

/// <summary>Makes choices.</summary>
public static class Chosen
{
    /// <summary>No filter has more values; an address with more is somebody's play.</summary>
    public const int Most = 50;

    /// <summary>The choice of one value.</summary>
    public static Chosen<T> One<T>(T value)
        where T : notnull => new([value]);

    /// <summary>The choice of these values.</summary>
    public static Chosen<T> Of<T>(IEnumerable<T> values)
        where T : notnull => new(values, StringComparer.Ordinal as IComparer<T>);
}
