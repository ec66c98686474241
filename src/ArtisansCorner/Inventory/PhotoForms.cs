using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>What the forms around photos do, of products and of materials.</summary>
internal static class PhotoForms
{
    // What a phone makes; several are brought at once.
    private const long UsualPhoto = 8 * 1024 * 1024;

    /// <summary>No form with photos is larger.</summary>
    public const long Largest = Photo.MostOfProduct * UsualPhoto;

    /// <summary>Keeps the photos that were brought, says what became of them, and leads back.</summary>
    public static async Task<RedirectHttpResult> AddAsync(string path, Guid productId, IFormFileCollection files, AddPhoto add, Flash flash, CancellationToken cancel)
    {
        var (refused, undo) = (new List<string>(), (string?)null);
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var added = await add.RunAsync(productId, content, cancel);
            if (added.Succeeded && files.Count == 1) undo = $"{path}/photos/{added.Value}/remove";
            if (!added.Succeeded) refused.Add(files.Count == 1 ? added.Problems[0].Message : $"{Path.GetFileName(file.FileName)}: {added.Problems[0].Message}");
        }

        flash.Say(refused.Count > 0 ? string.Join(" ", refused) : files.Count switch { 0 => "Choose a picture to bring.", 1 => "Photo added", _ => $"{files.Count} photos added" }, undo);
        return TypedResults.LocalRedirect(path);
    }

    /// <summary>Puts a photo first, takes it off or puts it back.</summary>
    public static async Task<RedirectHttpResult> ArrangeAsync(string path, Guid id, string step, ArrangePhotos arrange, Flash flash, CancellationToken cancel)
    {
        var (words, undo, done) = step switch
        {
            "first" => ("It comes first now", null, await arrange.PutFirstAsync(id, cancel)),
            "remove" => ("Photo taken off", $"{path}/photos/{id}/restore", await arrange.RemoveAsync(id, cancel)),
            "restore" => ("Photo is back", null, await arrange.RestoreAsync(id, cancel)),
            _ => ("", (string?)null, ArrangePhotos.Unknown),
        };
        if (done.Succeeded) flash.Say(words, undo);
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect(path);
    }
}
