using System.Buffers.Binary;
using System.Buffers.Text;

namespace ArtisansCorner.Platform.Web;

/// <summary>Some items of a list and where the rest begins.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">Send this as <c>cursor</c> to get those after them; nothing at the end.</param>
/// <typeparam name="T">An item.</typeparam>
public sealed record Paged<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How a list is cut.</summary>
public static class Paging
{
    /// <summary>The same page with some rows of each of its items.</summary>
    public static Paged<TRow> Each<T, TRow>(this Paged<T> page, Func<T, IEnumerable<TRow>> rows) => new([.. page.Items.SelectMany(rows)], page.Next);

    /// <summary>Cuts a list that was read one longer than <paramref name="limit"/> to its page.</summary>
    public static Paged<T> Cut<T>(List<T> oneMore, int limit, Func<T, Cursor> cursorOf)
    {
        if (oneMore.Count <= limit) return new Paged<T>(oneMore, null);
        oneMore.RemoveRange(limit, oneMore.Count - limit);
        return new Paged<T>(oneMore, cursorOf(oneMore[^1]).ToString());
    }
}

/// <summary>A place in a list that is ordered by an instant (or a number) and an id.</summary>
/// <param name="Ticks">UTC ticks of the instant, or the number.</param>
/// <param name="Id">The id of the last item seen.</param>
public readonly record struct Cursor(long Ticks, Guid Id) : IParsable<Cursor>
{
    /// <summary>A place in a list ordered by time.</summary>
    public Cursor(DateTimeOffset at, Guid id)
        : this(at.UtcTicks, id)
    {
    }

    /// <summary>The instant of the last item seen.</summary>
    public DateTimeOffset At => new(Ticks, TimeSpan.Zero);

    /// <summary>Reads a place from an address; ASP.NET Core calls this, and refuses what is none.</summary>
    public static bool TryParse(string? s, IFormatProvider? provider, out Cursor result)
    {
        var place = Parse(s);
        result = place ?? default;
        return place is not null;
    }

    /// <inheritdoc />
    public static Cursor Parse(string s, IFormatProvider? provider) => Parse(s) ?? throw new FormatException("This is no place in a list.");

    /// <summary>The place that this text says, or nothing when it says none.</summary>
    public static Cursor? Parse(string? text)
    {
        Span<byte> bytes = stackalloc byte[24];
        if (string.IsNullOrEmpty(text) || text.Length > 40 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var count) || count != 24) return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new Cursor(ticks, new Guid(bytes[8..], bigEndian: true));
    }

    /// <summary>The place as a short text for addresses.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Ticks);
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
