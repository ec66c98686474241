using System.Collections;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// The rows of a file that do not go in. What stands in a wrong cell is kept of the first alone, for all rows of a large file may be wrong;
/// who needs it of others reads the row again.
/// </summary>
internal sealed class Rejections : IReadOnlyList<Rejection>
{
    private const int MostValues = 1_000;
    private readonly List<Rejection> all = [];

    /// <inheritdoc />
    public int Count => all.Count;

    /// <inheritdoc />
    public Rejection this[int index]
    {
        get => all[index];
        set => all[index] = value;
    }

    /// <summary>Adds one.</summary>
    public void Add(Rejection rejection) => all.Add(all.Count < MostValues ? rejection : rejection with { Value = null });

    /// <summary>Adds some.</summary>
    public void AddRange(IEnumerable<Rejection> some)
    {
        foreach (var one in some) Add(one);
    }

    /// <summary>Puts them in the order of the file.</summary>
    public void Sort() => all.Sort((a, b) => a.Row.CompareTo(b.Row));

    /// <summary>Forgets them.</summary>
    public void Clear() => all.Clear();

    /// <inheritdoc />
    public IEnumerator<Rejection> GetEnumerator() => all.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
