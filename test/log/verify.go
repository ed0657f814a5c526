// Verifies a log with the client of the Go checksum database, of which none of us wrote a line: golang.org/x/mod/sumdb/note
// and golang.org/x/mod/sumdb/tlog. Started by test/log/other-client.test.ts.
//
//	verify URL KEY            the signature, every entry, every tile, and a proof of each record
//	verify URL KEY OLDER      the same, and that it continues the checkpoint in the file OLDER
//	verify proof KEY FILE     a proof (C2SP tlog-proof) of a step of a wish
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	var err error
	if os.Args[1] == "proof" {
		err = checkProof(os.Args[2], os.Args[3])
	} else {
		err = checkLog(os.Args[1], os.Args[2], os.Args[3:])
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func open(key string, text []byte) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("signature: %v", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("checkpoint: %q", opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func checkLog(url string, key string, rest []string) error {
	text, err := get(url + "/log/checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(key, text)
	if err != nil {
		return err
	}
	entries, err := allEntries(url, tree.N)
	if err != nil {
		return err
	}
	if err := checkEntries(tree, entries); err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, &tiles{url, map[string][]byte{}})
	for index, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(index), hashes)
		if err != nil {
			return fmt.Errorf("tiles: %v", err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(index), tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("record %d: %v", index, err)
		}
	}
	for _, file := range rest {
		if err := checkContinues(key, file, tree, hashes); err != nil {
			return err
		}
	}
	fmt.Printf("%d records\n", tree.N)
	return nil
}

func checkContinues(key string, file string, tree tlog.Tree, hashes tlog.HashReader) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	older, err := open(key, text)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, older.N, hashes)
	if err != nil {
		return fmt.Errorf("consistency: %v", err)
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("consistency: %v", err)
	}
	return nil
}

// checkEntries computes the root from the entries alone.
func checkEntries(tree tlog.Tree, entries [][]byte) error {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			out[i] = stored[index]
		}
		return out, nil
	})
	for index, entry := range entries {
		more, err := tlog.StoredHashes(int64(index), entry, reader)
		if err != nil {
			return err
		}
		stored = append(stored, more...)
	}
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("entries: they lead to the root %v and not to %v", root, tree.Hash)
	}
	return nil
}

func allEntries(url string, size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		bundle, err := get(url + "/log/tile/entries/" + number(n, int(width)))
		if err != nil {
			return nil, err
		}
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			if len(bundle) < 2+length {
				return nil, fmt.Errorf("entries: the bundle %d is cut off", n)
			}
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	if int64(len(entries)) != size {
		return nil, fmt.Errorf("entries: %d of %d", len(entries), size)
	}
	return entries, nil
}

// tiles reads them under the addresses of C2SP tlog-tiles, which leave the height out.
type tiles struct {
	url   string
	known map[string][]byte
}

func (t *tiles) Height() int { return 8 }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	out := make([][]byte, len(wanted))
	for i, tile := range wanted {
		path := fmt.Sprintf("%s/log/tile/%d/%s", t.url, tile.L, number(tile.N, tile.W))
		if t.known[path] == nil {
			data, err := get(path)
			if err != nil {
				return nil, err
			}
			t.known[path] = data
		}
		out[i] = t.known[path]
	}
	return out, nil
}

func (t *tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func number(n int64, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if width < 256 {
		path += fmt.Sprintf(".p/%d", width)
	}
	return path
}

func get(url string) ([]byte, error) {
	answer, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != 200 {
		return nil, fmt.Errorf("%s: %d", url, answer.StatusCode)
	}
	return io.ReadAll(answer.Body)
}

type part struct {
	Field, Value, Salt, Shut *string
}

func checkProof(key string, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	end := bytes.Index(text, []byte("\n\n"))
	if end < 0 {
		return fmt.Errorf("proof: no checkpoint")
	}
	tree, err := open(key, text[end+2:])
	if err != nil {
		return err
	}
	lines := strings.Split(string(text[:end]), "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("proof: no such file")
	}
	entry, said, err := opened(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return fmt.Errorf("proof: %v", err)
	}
	fmt.Println(said)
	return nil
}

// opened gives the entry of an opening, as docs/log.md describes it, and what it says of the step.
func opened(extra string) (entry []byte, said string, err error) {
	data, err := base64.StdEncoding.DecodeString(extra)
	if err != nil {
		return nil, "", err
	}
	var parts []part
	if err := json.Unmarshal(data, &parts); err != nil {
		return nil, "", err
	}
	whole := sha256.New()
	whole.Write([]byte("micro-wish event v1\n"))
	for _, p := range parts {
		if p.Shut != nil {
			sealed, err := base64.StdEncoding.DecodeString(*p.Shut)
			if err != nil {
				return nil, "", err
			}
			whole.Write(sealed)
			continue
		}
		salt, err := base64.StdEncoding.DecodeString(*p.Salt)
		if err != nil {
			return nil, "", err
		}
		sealed := sha256.Sum256(append(salt, []byte(*p.Field+"="+*p.Value)...))
		whole.Write(sealed[:])
		if *p.Field == "action" {
			said = *p.Value
		}
	}
	return whole.Sum(nil), said, nil
}
