using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
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
    public static async Task<RedirectHttpResult> AddAsync(string shop, string back, Guid productId, IFormFileCollection files, AddPhoto add, UndoSteps undo, Flash flash, CancellationToken cancel)
    {
        var (refused, photos) = (new List<string>(), new List<Guid>());
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var added = await add.RunAsync(productId, content, cancel);
            if (added.Succeeded) photos.Add(added.Value);
            else refused.Add(files.Count == 1 ? added.Problems[0].Message : $"{Path.GetFileName(file.FileName)}: {added.Problems[0].Message}");
        }

        flash.Say(refused.Count > 0 ? string.Join(" ", refused) : files.Count switch { 0 => "Choose a picture to bring.", 1 => "Photo added", _ => $"{files.Count} photos added" },
            photos.Count > 0 ? await undo.KeepAsync(new PhotosBefore(photos), back, cancel) : null);
        return TypedResults.LocalRedirect($"/{shop}/{back}");
    }

    /// <summary>Puts a photo first, takes it off or puts it back.</summary>
    public static async Task<RedirectHttpResult> ArrangeAsync(string shop, string back, Guid id, string step, ArrangePhotos arrange, UndoSteps undo, Flash flash, CancellationToken cancel)
    {
        var before = step == "first" ? await arrange.PlaceOfAsync(id, cancel) : null;
        var (words, done) = step switch
        {
            "first" => ("It comes first now", await arrange.PutFirstAsync(id, cancel)),
            "remove" => ("Photo taken off", await arrange.RemoveAsync([id], cancel)),
            "restore" => ("Photo is back", await arrange.RestoreAsync(id, cancel)),
            _ => ("", ArrangePhotos.Unknown),
        };
        if (!done.Succeeded) flash.Say(done.Problems[0].Message);
        else if (before is not null) flash.Say(words, await undo.KeepAsync(before, back, cancel));
        else flash.Say(words, step == "remove" ? $"/{shop}/{back}/photos/{id}/restore" : null);
        return TypedResults.LocalRedirect($"/{shop}/{back}");
    }
}
