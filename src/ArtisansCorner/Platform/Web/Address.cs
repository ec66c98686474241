namespace ArtisansCorner.Platform.Web;

/// <summary>Writes addresses with a query.</summary>
public static class Address
{
    /// <summary>The path, which may have a query already, with those values that are there.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var (address, first) = (path, path.Contains('?') ? '&' : '?');
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value)) address += $"{(address.Length == path.Length ? first : '&')}{name}={Uri.EscapeDataString(value)}";
        }

        return address;
    }
}
