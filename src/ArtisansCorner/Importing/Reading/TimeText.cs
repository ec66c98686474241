namespace ArtisansCorner.Importing.Reading;

/// <summary>Reads times of day as files write them: 23:59 · 23:59:59.5 · 1:05 PM · 1:05 p.m. · 14:30 Uhr, each with a time zone where there is one.</summary>
internal static class TimeText
{
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["BST"] = 60, ["WET"] = 0, ["WEST"] = 60, ["CET"] = 60, ["CEST"] = 120, ["MEZ"] = 60, ["MESZ"] = 120, ["EET"] = 120, ["EEST"] = 180,
        ["EST"] = -300, ["EDT"] = -240, ["CDT"] = -300, ["CST"] = -360, ["MDT"] = -360, ["MST"] = -420, ["PDT"] = -420, ["PST"] = -480,
        ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
    };

    /// <summary>The time of day, and how far its clock is from UTC where the text says so.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        if (!TryTwo(ref text, false, out var hour) || !TryMark(ref text, ':') || !TryTwo(ref text, true, out var minute)) return false;
        var second = 0;
        if (TryMark(ref text, ':') && !TryTwo(ref text, true, out second)) return false;
        if (text is ['.' or ',', >= '0' and <= '9', ..]) text = text[1..].TrimStart("0123456789");
        text = text.Trim();
        if (!TryHalf(ref text, ref hour) || hour > 23 || minute > 59 || second > 59) return false;
        time = new TimeSpan(hour, minute, second);
        if (text.StartsWith("Uhr", StringComparison.OrdinalIgnoreCase)) text = text[3..].TrimStart();
        else if (text is ['h' or 'H']) text = [];
        return text.IsEmpty || TryZone(text, out offset);
    }

    private static bool TryTwo(ref ReadOnlySpan<char> text, bool both, out int number)
    {
        number = 0;
        var length = 0;
        while (length < Math.Min(2, text.Length) && char.IsAsciiDigit(text[length])) number = number * 10 + (text[length++] - '0');
        text = text[length..];
        return length == 2 || (length == 1 && !both);
    }

    private static bool TryMark(ref ReadOnlySpan<char> text, char mark)
    {
        if (text.IsEmpty || text[0] != mark) return false;
        text = text[1..];
        return true;
    }

    /// <summary>Takes “am”, “P.M.” and the like from the front of the text and moves the hour; false for an hour that the half of the day does not have.</summary>
    private static bool TryHalf(ref ReadOnlySpan<char> text, ref int hour)
    {
        var length = text switch
        {
            ['a' or 'A' or 'p' or 'P', '.', 'm' or 'M', '.', ..] => 4,
            ['a' or 'A' or 'p' or 'P', ' ' or '\u00A0', 'm' or 'M', ..] => 3,
            ['a' or 'A' or 'p' or 'P', 'm' or 'M'] or ['a' or 'A' or 'p' or 'P', 'm' or 'M', ' ' or '.', ..] => 2,
            _ => 0,
        };
        if (length == 0) return true;
        var isAfternoon = text[0] is 'p' or 'P';
        text = text[length..].TrimStart();
        if (hour is < 1 or > 12) return false;
        hour = hour % 12 + (isAfternoon ? 12 : 0);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var minutes))
        {
            offset = TimeSpan.FromMinutes(minutes);
            return true;
        }

        if (text.StartsWith("UTC", StringComparison.Ordinal) || text.StartsWith("GMT", StringComparison.Ordinal)) text = text[3..];
        if (text is not ['+' or '-' or '−', ..]) return false;
        var isWest = text[0] != '+';
        text = text[1..];
        if (!TryTwo(ref text, false, out var hours)) return false;
        TryMark(ref text, ':');
        var more = 0;
        if (!text.IsEmpty && (!TryTwo(ref text, true, out more) || !text.IsEmpty)) return false;
        if (hours > 14 || more > 59 || hours * 60 + more > 14 * 60) return false;
        offset = new TimeSpan(hours, more, 0) * (isWest ? -1 : 1);
        return true;
    }
}
