using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Inventory;

/// <summary>Takes back what the page of makers changed: whoever was called otherwise is again, whoever came off the list is on it, whoever was added goes.</summary>
internal static class MakersUndo
{
    // It travels in a cookie.
    private const int Longest = 1500;

    /// <summary>The address whose post takes a save back; nothing where it changed nothing, or more than such an address holds.</summary>
    public static string? AddressOf(string path, IReadOnlyList<MakerItem> before, IReadOnlyList<NamedMaker> saved, IReadOnlyList<Guid> added)
    {
        var now = saved.Where(maker => maker.Id is not null).ToDictionary(maker => maker.Id!.Value, maker => maker.Name?.Trim());
        (string, string?)[] values =
        [
            .. before.Where(maker => now.TryGetValue(maker.Id, out var name) && name != maker.Name).Select(maker => ("was", (string?)$"{maker.Id}:{maker.Name}")),
            .. added.Select(id => ("added", (string?)id.ToString())),
        ];
        return values.Length > 0 && Address.Of($"{path}/undo", values) is { Length: <= Longest } address ? address : null;
    }

    /// <summary>The address whose post puts a maker on the list again.</summary>
    public static string AddressOf(string path, MakerItem gone) => Address.Of($"{path}/undo", ("was", $":{gone.Name}"));

    /// <summary>Takes it back, as the address says. The form is asked for so that its antiforgery token is checked.</summary>
    public static async Task<RedirectHttpResult> RunAsync(string shop, IFormCollection form, [FromQuery] string[] was, [FromQuery] Guid[] added, SaveMakers save, Flash flash, CancellationToken cancel)
    {
        flash.Say(await TryAsync([.. was.Select(Read)], added, save, cancel));
        return TypedResults.LocalRedirect($"/{shop}/settings/makers");
    }

    // Whoever was added first, for the name may be that of another before.
    private static async Task<string> TryAsync(IReadOnlyList<NamedMaker> were, Guid[] added, SaveMakers save, CancellationToken cancel)
    {
        foreach (var id in added)
        {
            if (await save.RemoveAsync(id, cancel) is { Succeeded: false } refused) return refused.Problems[0].Message;
        }

        var back = await save.RunAsync(were, cancel);
        return back.Succeeded ? "As it was before" : back.Problems[0].Message;
    }

    private static NamedMaker Read(string was) =>
        was.Split(':', 2) is [var id, var name] ? new NamedMaker(Guid.TryParse(id, out var maker) ? maker : null, name) : new NamedMaker(null, null);
}
