-- Input that was withdrawn has no words. Where its contributor was erased later, it got some instead
-- of them, and could not be read any more.
update input set words = '' where withdrawn_at is not null and words <> '';
